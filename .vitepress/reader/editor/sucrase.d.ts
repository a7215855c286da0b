// The parts of sucrase that erase.ts uses: its package has no types beside these files.
declare module 'sucrase/dist/esm/parser/index.js' {
  export interface Token {
    readonly type: number;
    readonly start: number;
    readonly end: number;
    readonly isType: boolean;
  }
  /** Tokens that see the same names; the file itself is one, and counts as that of a function. */
  export interface Scope {
    readonly startTokenIndex: number;
    readonly endTokenIndex: number;
    readonly isFunctionScope: boolean;
  }
  export function parse(
    input: string,
    isJSXEnabled: boolean,
    isTypeScriptEnabled: boolean,
    isFlowEnabled: boolean,
  ): { tokens: Token[]; scopes: Scope[] };
}

declare module 'sucrase/dist/esm/parser/tokenizer/types.js' {
  import { TokenType } from 'sucrase/dist/types/parser/tokenizer/types';

  export { TokenType };
}
