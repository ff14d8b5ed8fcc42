export { hideText, readConfidential, showText } from './secrecy.ts'
