/** What the scanner gives: tokens and comments with their places. Lines and columns are 1-based UTF-16 units. */

export type TokenKind = 'word' | 'integer' | 'float' | 'string' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; `''` for the end of the file. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** How many comments of the file stand before this token: an index into `Lexed.comments`. */
  readonly commentsBefore: number;
}

export interface CommentToken {
  /** With its marks. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}
