/** What the API's description says of one route, beyond what its kind already tells. */
import * as z from 'zod';

export type Tag =
  | 'workspace'
  | 'operations'
  | 'sign-in'
  | 'account'
  | 'staff'
  | 'patients'
  | 'supervision'
  | 'knowledge'
  | 'pages';

/** Content type → what it holds. Nothing = no body. */
export interface Answer {
  description: string;
  content?: Record<string, z.ZodType>;
}

export interface Operation {
  tag: Tag;
  /** One line; what the route is for. */
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  /** Of a signed route: JSON. Of a page: a form, without the token every form carries. */
  body?: z.ZodObject | z.ZodType;
  /** Status → answer, besides those that every route of its kind can give. */
  answers?: Readonly<Record<number, Answer>>;
}

/** `GET /patients/:patientId` as routes are registered. */
export type Operations = Readonly<Record<string, Operation>>;

export const errorBody = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});

export const json = (description: string, schema: z.ZodType): Answer => ({
  description,
  content: { 'application/json': schema },
});
export const failure = (description: string): Answer => json(description, errorBody);
export const html = (description: string): Answer => ({
  description,
  content: { 'text/html': z.string() },
});
/** Of the handler for addresses where nothing is: a page for whoever asks for one. */
export const nothing = (description: string): Answer => ({
  description,
  content: { 'text/html': z.string(), 'application/json': errorBody },
});
export const plain = (description: string): Answer => ({
  description,
  content: { 'text/plain': z.string() },
});
/** Bytes to be saved, whatever they are. */
export const download = (description: string): Answer => ({
  description,
  content: { 'application/octet-stream': z.string() },
});
export const redirect = (description: string): Answer => ({ description });
