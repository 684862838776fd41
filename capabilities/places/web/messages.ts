import { defineMessages } from '@jincun/ui'

export const messages = defineMessages(
  {
    placeholder: '名称、代码或拼音首字母，如 昭觉、513431、zj',
    searching: '正在查找…',
    found: '找到 {n} 个，用上下键选择，回车确定',
    nothing: '没有找到“{text}”，请换个名称、代码或拼音首字母',
    failed: '暂时无法查找，请稍后再试',
    clear: '清除所选',
    formerly: '原 {names}',
    until: '代码用至 {day}',
  },
  {
    placeholder: 'Name, code or pinyin initials, e.g. 昭觉, 513431, zj',
    searching: 'Searching…',
    found: '{n} found; choose with the arrow keys, confirm with Enter',
    nothing: 'Nothing found for “{text}”; try another name, code or initials',
    failed: 'Cannot search right now; try again in a moment',
    clear: 'Clear the choice',
    formerly: 'formerly {names}',
    until: 'code in use until {day}',
  },
)
