/** When the demonstration is set: a working morning nine days before the ranked lists are due. */
export const demoInstant = new Date('2020-05-20T09:00:00+08:00')

export const testSecret = 'a secret for tests only, never for real data'
