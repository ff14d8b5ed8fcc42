/** The sign in the browser's tab: a bridge over the river. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5259"/>' +
  '<g fill="none" stroke="#fbf7ef" stroke-width="2.4" stroke-linecap="round"><path d="M4 17c4-5 8-7 12-7s8 2 12 7M8 18c0-3 2-5 4-5s4 2 4 5c0-3 2-5 4-5s4 2 4 5"/>' +
  '<path stroke="#f1bd69" d="M5 24c2-2 4-2 5.5 0s4 2 5.5 0 4-2 5.5 0 4 2 5.5 0"/></g></svg>'
