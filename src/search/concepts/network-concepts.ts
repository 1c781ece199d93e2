/** Layers, networks, activations. The format is told in `../lexicon.ts`. */
export const networkConcepts = `
neural network, network, net, nn, neural net, ann | brain, neural model, ai model, nets, neuron network, model
layer | stage, tier, level
neuron, unit, node, nerve, cell, brain cell | nerve cell, brain, synapse, biological, neural
perceptron, single layer, rosenblatt, threshold unit | brain cell, single neuron, one neuron, artificial neuron, earliest, oldest, first neural network, simplest network, simplest neural, simplest neuron, nerve cell, 1958, weighted vote, ancestor, exclusive or, xor, most basic neural, original neural, elementary, primitive
xor, exclusive or | either but not both
separable, separate, linearly separable | divide, straight line, split in two, draw a line, separating line
threshold, step function, cutoff | limit, boundary, cut off, yes or no, decision level, trigger, exceed
biological, brain, human brain, nerve | real neuron, mimic, inspired, biology, organic
mlp, multilayer perceptron, multi layer perceptron | stacked perceptron, several layer perceptron, vanilla network
activation, activation function, activate, fire, transfer function | switch on, turn on, trigger, gate, firing, wake, excite, on or off, react, respond, decide whether, spark, lights up, pulse, kick in, switch, output of a neuron, after the weighted sum
relu, gelu, silu, tanh | rectified linear, rectifier, swish, hyperbolic tangent, leaky relu, clip negative, negative to zero
nonlinear, non linear, non linearity, curve, bend | curved, wiggle, not straight, nonlinearly, twist, wavy, complex shape, complicated relationship
collapse, only linear, linear activation, identity | pointless to stack, boil down to, equal a single, equivalent to one layer, same as one layer, without activation, no activation, leave out the activation, skip the activation, remove the activation, drop the activation, omit the activation, all linear, just linear, reduce to, without relu, no relu, merge into one, straight
sigmoid, logistic, s shaped, s curve, squash | squeeze, between 0 and 1, 0 to 1, zero and one, zero to one, between zero and one, squish, compress to, s shape, s like, s looking, single probability, map to probability
probability, chance, likelihood, probabl | odds, percentage, percent, likely, confidence, certainty, how likely, how sure
softmax, sum to one, log softmax | sum to 1, add up to one, add up to 1, total of one, total 1, normalize score, turn score, score into, share of, adds up to 100, 100 percent, hundred percent, normalize output, multi class probability, raw score, pick one class, class probability, probability for each class, probabilities over class, competing class, exclusive class
logit, score, raw output | raw score, raw number, unnormalized, ratings, unscaled
distribution, outcome | spread over, histogram, possible result
binary, yes no, two class | either or, two option, two outcome, two category, on off, zero or one, true or false, 0 or 1
saturate, saturation, vanish, vanishing gradient | flat, die out, disappear, fade, dying, tiny gradient, stop learning, get stuck, shrinking gradient
hidden layer, hidden | middle layer, intermediate layer, in between, inner layer, invisible layer, internal layer
deep, dnn, deep network, deep neural network | many layer, lot of layer, multiple layer, more layer, several layer, stack of layer, tall, number of layer, dozens of layer, stacking layer, layer count
shallow, one hidden layer, plain network, single hidden layer | few layer, ordinary network, normal network, simple network, regular network, ordinary neural, normal neural, simple neural, regular neural, standard neural, basic neural, vanilla, basic network, not deep, plain neural, fewer layer
universal approximation | approximate any function, any function, represent anything
wide, width | broad, more neuron, more unit
feed forward, feedforward, forward pass, forward propagation | one direction, one way, single direction, no loop, no cycle, straight through, left to right, without loop, without cycle, acyclic, no feedback, no memory, front to back, never loop back, only forward, start to end, input to output, from input to output, through the layer, flow forward, first to last, loops back, never go back, travel through, pass through
feedback, loop, recurrent, cycle | circular, back connection, looping
flow, pass, run, travel, go through | stream, propagate, move, traverse
fully connected, dense, fc, linear layer, affine, nn linear | every neuron, all connected, connect every, connects every, linked to every, link every, everything connected, connected to everything, connected to all, last layer, final layer, output layer, classification head, each input to each output, all to all, every input, wired, wires every, every node, weight matrix, joined to every, densely
connect, connection, link | wire, wired, attach, joined, hook up, tie
cnn vs mlp, dnn vs cnn, inductive bias | ordinary network for image, dense network for image, convolution instead of dense, fully connected network, fully connected on image, plain network on image, instead of a plain, better than fully connected, over dense, over fully connected, versus dense
input, input layer | feed in, enter, incoming, ingest
output, prediction, result | outcome, produce, spit out, yield, come out, outcoming, emit, return
convert, encode, turn, transform, translate, represent, preprocess, map | change, express, feed, transfer, prepare, digest, ingest, cast, formatted, prep, switch
number, numeric, numerical, digit | figures, numerals, quantity, integer
encode, numeric value, one hot, categorical, tokenizer, embedding, raw data | convert text, text into number, words into number, represent word, represent text, categories into number, word into number, feed text, prepare data, data preparation, data prep, text to number, numeric form, numerical form, into number, non numeric, represent data, raw input, digitize, vectorize, vectorizing, sentences into, letters into, prepare input, understand text, only number, labels into
category, categorical, class, label | kind of, string label, group, genre, color name, enum
autoencoder, auto encoder, encoder decoder, bottleneck, reconstruct, latent, undercomplete | rebuild, recreate, restore, reproduce, squeeze through, compress, copy its input, copy the input, decompress, reverse engineer, uncompress, same input as output, output equals input, output its own input, target equals input, return its input, mimic its input, learn compact, compact representation, compact code, narrow, hourglass, funnel, imitate its input, replicate
reconstruct, rebuild, reproduce, restore, recreate, undo | regenerate, recover, copy, bring back, unpack, decompress, redo, replicate, repair
compress, bottleneck, code, latent code, compact, encode | squeeze, zip, condense, shrink, small summary, summary code, pack, distill
anomaly, outlier | unusual, odd one, fraud, strange, defect, abnormal
denoise, noise, noisy | clean up, remove noise, grainy, corrupt, corrupted, blurry
unsupervised, without label, label free | no label, self supervised, unlabeled, unlabelled, no teacher, without annotation, self governing
supervised, label, target | annotated, teacher, ground truth, annotation
`;
