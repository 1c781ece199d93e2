/** The forms in which items can be exported, as people name them. */
export const formatNames = ['gift', 'moodle-xml', 'qti3', 'anki', 'csv', 'kahoot'] as const;

export type FormatName = (typeof formatNames)[number];
