/** A value of the template that its reader does not understand. */
export interface Unread {
  readonly address: string;
  readonly attribute: string;
  readonly why: string;
}
