/** Where a terminal command writes its results and errors. Each call is one or more lines. */
export type Print = { readonly line: (text: string) => void; readonly error: (text: string) => void };
