/** Telephone numbers as people write them. */

/** A number to call back: 8 digits or more, with what people write between them. */
export const phoneLike = /(?:\+?\d[\s().-]*){8,}/;
const postalCode = /^\s*(?:cep:?\s*)?\d{5}-\d{3}\s*$/i;

/** Nothing but a point on the map or a postal code: its digits are no number to call. */
export const isPlaceCode = (text: string): boolean => /^geo:/i.test(text.trim()) || postalCode.test(text);

export const holdsPhone = (text: string): boolean => phoneLike.test(text) && !isPlaceCode(text);
