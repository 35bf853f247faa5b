import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Petrol: the one accent. 6 and 7 carry white text, 3 reads on the black of the dark theme. */
const petrol: MantineColorsTuple = [
  '#ecf8f6',
  '#d5efeb',
  '#a8ded6',
  '#74ccbf',
  '#45b5a6',
  '#23998b',
  '#117f73',
  '#0b6e64',
  '#085850',
  '#05433d',
];

/** Ink: greys with a trace of the accent, from text on black to the page's own black. */
const ink: MantineColorsTuple = [
  '#e6e9e9',
  '#c3c9c9',
  '#a3abab',
  '#7f8888',
  '#3a4242',
  '#2a3131',
  '#1f2525',
  '#161b1b',
  '#101414',
  '#0b0e0e',
];

const grey: MantineColorsTuple = [
  '#f8f9f9',
  '#f1f3f3',
  '#e6e9e9',
  '#d8dddd',
  '#c4caca',
  '#9aa3a3',
  '#667070',
  '#4a5353',
  '#313838',
  '#171c1c',
];

const system =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark: ink, gray: grey },
  black: '#171c1c',
  fontFamily: system,
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontFamily: system,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '11px', xl: '16px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300 } },
    Table: {
      defaultProps: { borderColor: 'var(--line-color)', highlightOnHoverColor: 'var(--hover-color)' },
    },
    Modal: { defaultProps: { centered: true } },
    Code: { defaultProps: { color: 'var(--code-color)' } },
  },
});

/**
 * What the pages paint with besides Mantine's own variables: page, sidebar, surfaces and lines, and the accent as
 * text, line or soft ground. Greys that are read, not only seen: Mantine's own dimmed text has too little
 * contrast on white.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': grey[6],
    '--mantine-color-placeholder': grey[6],
    '--mantine-color-error': '#b3261e',
    '--accent-color': petrol[7],
    '--accent-soft-color': petrol[0],
    '--active-color': '#dfeeeb',
    '--page-color': '#fbfcfc',
    '--sidebar-color': '#f3f5f5',
    '--surface-color': '#ffffff',
    '--line-color': grey[2],
    '--hover-color': grey[0],
    '--input-color': '#ffffff',
    '--input-line-color': grey[4],
    '--code-color': grey[1],
    '--track-color': grey[2],
    '--code-value-color': '#8a4b08',
    '--mantine-color-petrol-light-color': petrol[7],
  },
  dark: {
    '--mantine-color-dimmed': ink[2],
    '--mantine-color-placeholder': ink[2],
    '--mantine-color-body': ink[8],
    '--mantine-color-error': '#ff8f85',
    '--accent-color': petrol[3],
    '--accent-soft-color': '#152b29',
    '--active-color': '#152b29',
    '--page-color': ink[8],
    '--sidebar-color': ink[9],
    '--surface-color': ink[7],
    '--line-color': ink[5],
    '--hover-color': ink[6],
    '--input-color': ink[6],
    '--input-line-color': ink[4],
    '--code-color': ink[6],
    '--track-color': ink[6],
    '--code-value-color': '#e2b070',
    // Mantine's own are so loud, or so pale, that neither ground nor letter tells the colour.
    '--mantine-color-petrol-light': '#152b29',
    '--mantine-color-petrol-light-color': petrol[3],
    '--mantine-color-yellow-light': '#2f2610',
    '--mantine-color-yellow-light-color': '#ffd479',
    '--mantine-color-red-light': '#3a1b1a',
    '--mantine-color-red-light-color': '#ff8f85',
  },
});
