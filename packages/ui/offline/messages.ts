import { defineMessages } from '../messages.ts'

export const offlineMessages = defineMessages(
  {
    sendNow: '现在上传',
    stopped: '还没有传上去：{why}',
    signInAgain: '登录已过期，请重新登录；记录仍在手机上，登录后自动上传。',
    state: '状态',
    waits: '待上传',
    refused: '未收',
    drop: '删除',
  },
  {
    sendNow: 'Send now',
    stopped: 'Not sent: {why}',
    signInAgain: 'You were signed out. Sign in again; the records are still on the phone and are sent then.',
    state: 'State',
    waits: 'waits',
    refused: 'not taken',
    drop: 'Delete',
  },
)
