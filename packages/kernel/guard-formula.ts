// Full-width signs start a formula too, where Excel runs in Chinese or Japanese.
const formula = /^'*[=+\-@\t\r＝＋－＠]/
const negativeNumber = /^-\d[\d,]*(\.\d+)?$/

/**
 * A cell of CSV that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236); so does one that begins with apostrophes and
 * then such a sign, so that taking one off gives the text again. A plain negative number is left: it computes nothing.
 */
export const guardFormula = (text: string): string => (formula.test(text) && !negativeNumber.test(text) ? `'${text}` : text)
