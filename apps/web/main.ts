import { assert } from '@jincun/kernel'
import { mount } from '@jincun/ui/mount'
import { capabilities } from './capabilities.ts'

const root = document.getElementById('root')
assert(root !== null, 'index.html has the element #root')
mount(root, capabilities)
