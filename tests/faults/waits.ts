/** A call may have been on its way when the one before it was put off; for so long, in ms, nothing is held against it. */
const onItsWay = 400;

/** Notes what a platform has put off and until when, and every call that came all the same. */
export class Waits {
  readonly early: string[] = [];
  limited = 0;
  readonly #until = new Map<string, { readonly said: number; readonly end: number }>();

  /** A call of this kind came in. */
  came(kind: string): void {
    const wait = this.#until.get(kind);
    const now = Date.now();
    if (wait !== undefined && now > wait.said + onItsWay && now < wait.end) {
      this.early.push(`${kind} came ${wait.end - now} ms before its time`);
    }
  }

  /** It was told to come again after so many seconds. */
  putOff(kind: string, seconds: number): void {
    this.limited += 1;
    this.#until.set(kind, { said: Date.now(), end: Date.now() + seconds * 1000 });
  }
}
