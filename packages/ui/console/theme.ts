import type { ThemeConfig } from 'antd'
import { colours, radius, sansSerif, touchTarget, typeSize } from '../tokens.ts'
import type { TextSize } from '../preferences.ts'

/** How much the large-type switch enlarges; equal to base.css. */
const enlargement: Record<TextSize, number> = { normal: 1, large: 1.25 }

/** Whoever asks their machine for less motion gets drawers that stand at once; base.css does the same for the light pages. */
const wantsMotion = (): boolean => !window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** The Ant Design theme made of the same tokens as the light pages. */
export function themeFor(textSize: TextSize): ThemeConfig {
  const scale = enlargement[textSize]
  return {
    token: {
      motion: wantsMotion(),
      colorPrimary: colours.accent,
      colorInfo: colours.accent,
      colorSuccess: colours.met,
      colorWarning: colours.should,
      colorError: colours.must,
      colorPrimaryHover: colours.accentStrong,
      colorPrimaryActive: colours.accentStrong,
      // Ant Design would derive grounds from the dark accents and make them grey.
      colorPrimaryBg: colours.accentGround,
      colorPrimaryBgHover: colours.accentGround,
      colorInfoBg: colours.accentGround,
      colorInfoBorder: colours.accent,
      colorSuccessBg: colours.metGround,
      colorSuccessBorder: colours.met,
      colorWarningBg: colours.shouldGround,
      colorWarningBorder: colours.should,
      colorErrorBg: colours.mustGround,
      colorErrorBorder: colours.must,
      colorLink: colours.link,
      colorLinkHover: colours.accentStrong,
      colorText: colours.text,
      colorTextSecondary: colours.textQuiet,
      colorTextTertiary: colours.textQuiet,
      colorTextDescription: colours.textQuiet,
      colorTextPlaceholder: colours.textQuiet,
      colorBgLayout: colours.ground,
      colorBorder: colours.lineStrong,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      borderRadius: radius.small,
      borderRadiusLG: radius.medium,
      fontFamily: sansSerif,
      fontSize: Math.round(typeSize.body * scale),
      controlHeight: Math.round(36 * scale),
      controlHeightLG: Math.round(touchTarget * scale),
    },
    components: {
      Table: {
        headerBg: colours.sunken,
        headerColor: colours.text,
        cellPaddingBlock: 10,
        cellPaddingInline: 14,
        borderColor: colours.line,
      },
    },
  }
}
