export { planningCommands } from '@jincun/logistics/server'
