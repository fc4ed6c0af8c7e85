import { z } from 'zod';
import { Tag, TagChoice } from '../model/tag.ts';
import { inConversation, inSection } from './places.ts';

/** The words that staff put on conversations. */
export const tagCalls = {
  /** The tags that conversations of the section have, the most used first. */
  'tag.list': {
    input: inSection,
    output: z.object({
      tags: z.array(Tag.extend({ count: z.int() })),
      /** The server keeps none: nobody else sees them. */
      areHereOnly: z.boolean(),
    }),
  },
  /** On every letter of the conversation, or off them all; null where that was so already. */
  'conversation.tag': {
    input: inConversation.extend({ tag: TagChoice, isSet: z.boolean() }),
    output: Tag.nullable(),
  },
} as const;
