export { demoId as testId } from '@jincun/identity'
