export { calendarOf, type CalendarEvent } from './calendarOf.ts'
