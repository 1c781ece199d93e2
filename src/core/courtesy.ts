/** What a message is that only keeps up manners: a hello, thanks, or a word that ends a conversation. */
export type Courtesy = 'greeting' | 'thanks' | 'closing';

/** Whole messages, in the languages in which people greet a bot that speaks English; lower case, without marks. */
const phrases: Readonly<Record<Courtesy, readonly string[]>> = {
  greeting: [
    ...['hi', 'hello', 'hey', 'hiya', 'howdy', 'yo', 'greetings', 'good day', 'good morning', 'good afternoon'],
    ...['good evening', 'hallo', 'moin', 'guten tag', 'guten morgen', 'bonjour', 'salut', 'hola', 'buenos días'],
    ...['ciao', 'olá', 'namaste', 'ahoj', 'cześć', 'привет', '你好', 'こんにちは', '안녕하세요'],
  ],
  thanks: [
    ...['thanks', 'thank you', 'thx', 'ty', 'tysm', 'thank u', 'many thanks', 'thanks a lot', 'thank you so much'],
    ...['thank you very much', 'thanks so much', 'cheers', 'much appreciated', 'danke', 'vielen dank', 'merci'],
    ...['gracias', 'muchas gracias', 'grazie', 'obrigado', 'obrigada', 'dziękuję', 'спасибо', '谢谢', 'ありがとう'],
  ],
  closing: [
    ...['ok', 'okay', 'alright', 'all right', 'got it', 'i see', 'cool', 'great', 'nice', 'perfect', 'awesome'],
    ...['bye', 'goodbye', 'good bye', 'see you', 'good night', 'lol'],
  ],
};

const courtesies: ReadonlyMap<string, Courtesy> = new Map(
  Object.entries(phrases).flatMap(([courtesy, all]) => all.map((phrase) => [phrase, courtesy as Courtesy] as const)),
);

/** Words of address that may stand behind such a phrase. */
const addressed = / (there|all|everyone|everybody|folks|team|bot|again|mate|friend)$/;

/** Longer text is not looked at: it says more than that. */
const longest = 60;

/**
 * The courtesy that is all of a message, whatever marks and emoji stand around it (`Thanks!! 🙏`); null if it says
 * anything else, since that may be a question (`hello world in C`).
 */
export function courtesyOf(text: string): Courtesy | null {
  if (text.length > longest) return null;
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const said = words.join(' ');
  return courtesies.get(said) ?? courtesies.get(said.replace(addressed, '')) ?? null;
}
