declare module '*.css'

// Ant Design ships these as ES modules, but its package does not say so, and TypeScript then reads them as CommonJS.
declare module 'antd/es/locale/zh_CN.js' {
  const locale: import('antd/es/locale').Locale
  export default locale
}
declare module 'antd/es/locale/en_US.js' {
  const locale: import('antd/es/locale').Locale
  export default locale
}
