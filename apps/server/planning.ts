export { planningCommands } from '@jincun/logistics/commands'
