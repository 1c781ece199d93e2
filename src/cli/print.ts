/** Where a command of the terminal writes: results, and what went wrong. Each call is one line or several. */
export type Print = { readonly line: (text: string) => void; readonly error: (text: string) => void };
