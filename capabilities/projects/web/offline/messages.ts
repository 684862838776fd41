import { defineMessages } from '@jincun/ui'

export const offlineMessages = defineMessages(
  {
    ready: '没有网络也能盘点：{n}件资产的卡片已存在这台手机上（截至{at}）。',
    getting: '正在把资产卡片存到手机上……',
    notReady: '这台手机的浏览器不能在没有网络时打开本页；页面开着时仍可盘点，联网后自动上传。',
    fromPhone: '没有网络，正在用手机上的卡片（截至{at}）；记录先存在手机上，联网后自动上传。',
    waiting: '手机上待上传的盘点（{n}条）',
    number: '资产编号',
    name: '名称',
    takenOn: '盘点日期',
    dropAsk: '删除手机上{number}的这条记录？',
    dropEffect: '服务器没有收下它，删除后就没有了。请先重新盘点这件资产。',
    photoKept: '已拍：{name}',
    keptOnPhone: '已存在手机上：{number} {name}；联网后自动上传。',
    refusedNow: '服务器没有收下 {number} {name}：{why} 记录仍在手机上，请更正后重新盘点。',
    cannotKeep: '手机存不下这条记录（空间不足，或无痕模式）。请联网后再盘点，或腾出空间。',
  },
  {
    ready: 'Stock can be taken without a network: the cards of {n} assets are on this phone (as of {at}).',
    getting: 'The cards are being put on the phone…',
    notReady:
      'This browser cannot open the page without a network; while it is open stock can be taken, and is sent when the network is back.',
    fromPhone: 'No network: these are the cards on the phone (as of {at}). Records stay on it and are sent when the network is back.',
    waiting: 'On this phone, not sent yet ({n})',
    number: 'Number',
    name: 'Name',
    takenOn: 'Day',
    dropAsk: 'Delete the record of {number} on this phone?',
    dropEffect: 'The server did not take it; deleted, it is gone. Take stock of the asset again first.',
    photoKept: 'Photo: {name}',
    keptOnPhone: 'On the phone: {number} {name}; it is sent when the network is back.',
    refusedNow: 'The server did not take {number} {name}: {why} The record is still on the phone; take stock again, corrected.',
    cannotKeep: 'The phone cannot keep this record (no room, or a private window). Take stock with a network, or make room.',
  },
)
