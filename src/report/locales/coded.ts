import { join, type Text } from "../text.js";

/** Values that travel with a code, as failures and remarks carry them. */
export type Fields = Readonly<Record<string, string | number>>;

/**
 * The sentence for a code with its fields. A code that no catalogue knows is
 * shown as it is: better an ugly message than none.
 */
export function codedMessage(catalogue: object, code: string, fields: Fields): Text {
  const message = Object.hasOwn(catalogue, code) ? (catalogue as Record<string, Message>)[code] : undefined;
  return message === undefined ? raw(code, fields) : message(fields);
}

type Message = (fields: Fields) => Text;

function raw(code: string, fields: Fields): Text {
  const told = Object.entries(fields).map(([field, value]) => [{ name: `${field}=${value}` }]);
  return told.length === 0 ? [{ name: code }] : [{ name: code }, " (", ...join(told, ", "), ")"];
}
