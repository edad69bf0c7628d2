import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Deep teal: the one accent. 6 and 7 carry white text (5.4 and 7.4 : 1); 3 is read on dark paper. */
const accent: MantineColorsTuple = [
  '#eaf5f5',
  '#d3e8e9',
  '#a5d2d4',
  '#74bbbf',
  '#4ba5aa',
  '#2b8a90',
  '#17757c',
  '#0b5f66',
  '#084d53',
  '#053b40',
]

const dark: MantineColorsTuple = [
  '#ece9e2',
  '#cfd3d3',
  '#a9b3b6',
  '#7c888c',
  '#4c585d',
  '#39444a',
  '#2b3439',
  '#1b2124',
  '#14181a',
  '#0d1011',
]

/** Greys as warm as the paper. */
const gray: MantineColorsTuple = [
  '#f7f5f0',
  '#f2efe8',
  '#e8e4da',
  '#ddd8cd',
  '#c9c4b8',
  '#a8a49a',
  '#8b8a83',
  '#6b6c69',
  '#4b4f50',
  '#33393c',
]

export const theme = createTheme({
  fontFamily: "'Source Sans 3 Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  colors: { accent, dark, gray },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  black: '#1b2226',
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '16px' },
  fontSizes: { xs: '14px', sm: '16px', md: '16px', lg: '20px', xl: '28px' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.4', xl: '1.25' },
  spacing: { xs: '8px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  breakpoints: { xs: '24em', sm: '40em', md: '56em', lg: '72em', xl: '90em' },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
})
