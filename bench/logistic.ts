/** An example of a binary outcome: what speaks for it, whether it came true, and how much it counts. */
export type Example = { readonly values: readonly number[]; readonly holds: boolean; readonly weight: number };

/** Several things of which those that are `right` should come first, each with what speaks for it. */
export type Choice = {
  readonly options: readonly { readonly values: readonly number[]; readonly right: boolean }[];
  readonly weight: number;
};

type Objective = (at: Float64Array) => { readonly value: number; readonly gradient: Float64Array };

/** How strongly weights are held near zero, so that no accident of few examples gets a large one. */
const ridge = 0.0003;

/** Weights and base of a logistic model with the least loss (log loss, ridge), examples weighted. */
export function fitLogistic(
  examples: readonly Example[],
  dimensions: number,
): { readonly weights: readonly number[]; readonly base: number } {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const found = descend((at) => {
    const gradient = new Float64Array(dimensions + 1);
    let value = 0;
    for (const { values, holds, weight } of examples) {
      const share = weight / total;
      const sum = values.reduce((rest, part, place) => rest + part * (at[place] ?? 0), at[dimensions] ?? 0);
      const miss = sigmoid(sum) - (holds ? 1 : 0);
      value -= share * Math.log(Math.max(1e-12, 1 - Math.abs(miss)));
      values.forEach((part, place) => {
        gradient[place] = (gradient[place] ?? 0) + share * miss * part;
      });
      gradient[dimensions] = (gradient[dimensions] ?? 0) + share * miss;
    }
    return hold(at, value, gradient, dimensions);
  }, dimensions + 1);
  return { weights: [...found.slice(0, dimensions)], base: found[dimensions] ?? 0 };
}

/** Weights by which what is right is likeliest to come first (softmax over the options of each choice, ridge). */
export function fitChoices(choices: readonly Choice[], dimensions: number): readonly number[] {
  const usable = choices.filter(({ options }) => options.some(({ right }) => right));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  const found = descend((at) => {
    const gradient = new Float64Array(dimensions);
    let value = 0;
    for (const { options, weight } of usable) {
      const share = weight / total;
      const scores = options.map(({ values }) => values.reduce((sum, part, place) => sum + part * (at[place] ?? 0), 0));
      const most = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - most));
      const all = powers.reduce((sum, power) => sum + power, 0);
      const right = powers.reduce((sum, power, place) => sum + (options[place]?.right === true ? power : 0), 0);
      value -= share * Math.log(right / all);
      options.forEach((option, place) => {
        const power = powers[place] ?? 0;
        const pull = power / all - (option.right ? power / right : 0);
        option.values.forEach((part, dimension) => {
          gradient[dimension] = (gradient[dimension] ?? 0) + share * pull * part;
        });
      });
    }
    return hold(at, value, gradient, dimensions);
  }, dimensions);
  return [...found];
}

function hold(at: Float64Array, value: number, gradient: Float64Array, dimensions: number) {
  let penalty = 0;
  for (let place = 0; place < dimensions; place += 1) {
    penalty += (ridge / 2) * (at[place] ?? 0) ** 2;
    gradient[place] = (gradient[place] ?? 0) + ridge * (at[place] ?? 0);
  }
  return { value: value + penalty, gradient };
}

const steps = 3_000;

/** The minimum of a convex function by gradient descent, each step as long as it still leads downwards. */
function descend(objective: Objective, dimensions: number): Float64Array {
  let at = new Float64Array(dimensions);
  let length = 1;
  let here = objective(at);
  for (let step = 0; step < steps && length > 1e-9; step += 1) {
    const next = at.map((part, place) => part - length * (here.gradient[place] ?? 0));
    const there = objective(next);
    if (there.value < here.value) {
      at = next;
      here = there;
      length *= 1.3;
    } else length /= 2;
  }
  return at;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
