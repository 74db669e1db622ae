/**
 * Thrown and caught within the printer: the schema has a part for which no code is printed. Its payload is left
 * to whoever else validates.
 */
export class Unprintable extends Error {
  override readonly name = "Unprintable";
}
