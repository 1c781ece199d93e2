/** Losses, optimisation, statistics, differentiation. The format is told in `../lexicon.ts`. */
export const trainingConcepts = `
loss, loss function, cost function, objective function, criterion, cost, objective | penalty, badness, punish, how bad, how wrong, how off, how far off, error function, error measure, wrongness, quality of prediction, score the prediction, measure mistake, goodness, fitness, judge, grade the prediction, measures how, measure of error, evaluate the prediction, gap between prediction
minimize, reduce, lower | push down, get down, pull down, keep low, as low as, drives, bring down, decrease, make small, drive down, as small as possible
wrong, error, mistake, incorrect | bad, off, inaccurate, miss, fault, slip, false, incorrectly, mistaken
evaluate, measure, judge, assess | rate, gauge, quantify, grade, score, check how
prediction, predict, forecast, estimate, guess | anticipate, estimation, foresee, output of the model, answer of the model, projected, guessed, expect
target, truth, true value, label, ground truth | actual, real value, expected, correct answer, reality, desired, observed, real answer
mse, mean squared error, squared error, squared difference, l2 loss, quadratic loss | average squared, squared distance, square of the difference, difference squared, squaring, squared gap, squared deviation, square the difference, square of the error, squared mistake, squared residual, quadratic error, sum of square
square, squared, quadratic | power of two, to the second power, times itself, second power
difference, residual, deviation, distance, gap | discrepancy, offset, mismatch, far from, apart, departs
mae, absolute error, l1 loss | absolute difference
close, near, fit | closeness, how near, tight
bce, binary cross entropy, bce loss | yes no loss, two class loss, loss for binary, log loss, loss for yes, loss for two class, binary loss
ctc, connectionist temporal classification, ctc loss, speech recognition | alignment, unaligned, transcribe, transcription, audio to text, speech to text, voice recognition, sequence loss, handwriting recognition, not aligned, unsegmented, spoken
mse ctc bce, three loss | loss classes, built in loss
gradient descent, sgd, bgd, stochastic gradient, stochastic, mini batch, minibatch, batch | one sample, one example, single example, single sample, whole dataset, entire dataset, all data, full dataset, one at a time, one by one, few sample, small group, group of sample, handful, chunk, portion of the data, complete dataset, few examples, each example, every example, all sample, all example, all training example, subset, whole training set, entire training set, full data
stochastic, random, sgd, single example | one at a time, one by one, chance, shuffle, one sample, one example, randomly
batch, mini batch, batch size | group, chunk, bunch, set of sample, subset, bundle, portion, handful, packet, slice of data, groups
whole, entire, full, complete, all | everything, every single, total
example, sample, data point, record, row | instance, observation, item, case, datum, entry
epoch, iteration, pass | round, cycle through, go over
update, adjust, change, modify, tweak, step | tune, correct, nudge, alter, shift, refresh, move the weight, improve
weight, parameter, learnable | coefficient, knob, dial, trainable, tunable, learned value
optimizer, optim, adam, optimizer step, optimization, torch optim | update the weight, adjust the weight, change the weight, tweak the weight, tune the weight, update parameter, adjust parameter, tweak parameter, nudge the weight, weight update, improve the weight, parameter update, learning step, apply the gradient, apply gradient, use the gradient, modify weight, weights updated, training loop, training step, descend, adamw, rmsprop, adagrad, momentum
learning rate, step size | speed of learning, lr, how big a step
zero grad, clear, reset | clean, wipe, erase, empty the gradient, set gradient to zero, zero out, flush
training, train, learn, fit | teach, taught, trained, teaching, educate
inference, evaluation, eval, predict | test time, production, serving
backpropagation, backward pass, backprop, chain rule, reverse mode | error backward, backwards through, send the error, sends the error, propagate the error, error signal, blame, credit assignment, responsibility, error back, mistakes back, back through, back to front, back to the first, output to input, from output to input, last layer to first, end to start, flow backward, flows backward, error flows, right to left, calculate gradient, computes gradient, compute gradient, gradients of the loss, gradient of every weight, reverse direction, work backward, distribute the error, error to each weight, each weight contributed, contribution of each weight
backward, reverse, back | backwards, in reverse, opposite, from the end
chain rule, rule | calculus
derivative, differentiate, slope, gradient of a function, partial derivative | steepness, rate of change, how fast, tangent, calculus, how steep, derive, incline, instantaneous change, sensitivity, inclination, dydx, first order, d dx
gradient, grad, slope | steepness, direction of descent, rate of change, incline
second derivative, create graph | curvature, hessian, higher order, derivative of the derivative
autograd, automatic differentiation, autograd engine, record, recorder, tape, replay, track | remember, keep a log, history, log of operation, logging, memorize, book keeping, bookkeeping, trace, write down, automatic gradient, gradients automatically, automatic derivative, automatically compute, automatically differentiate, calculate gradients automatically, compute gradients automatically, autodiff, keeps track, gradient by itself, diary, journal, playback, rewinds
automatic, automatically | by itself, on its own, without hand, self, magically, for you
operation, compute, calculate, calculation, computation | math, arithmetic, calculating, evaluate, calc, work out, figure out
variable, autograd variable, deprecated, wrapper | old, legacy, obsolete, outdated, superseded, former, gone, retired, no longer, before tensor, ancient, merged, replaced, old fashioned, pre 0 4, wraps a tensor, wrapped a tensor, wrapping tensor
deprecated, replaced, old, removed | legacy, obsolete, outdated, superseded, retired, gone, still need, no longer, ancient, instead of
wrap, wrapper | envelope, box around, container around, shell, enclose, package
detach, no grad | stop gradient, without gradient, cut off from
dynamic, dynamic graph, define by run, on the fly, eager, dynamic computation graph | at runtime, at run time, while running, as the code run, as it runs, changes each, flexible, imperative, build as you go, built as you go, changing graph, as you go, change every iteration, flexibility, change between iteration, rebuilt, adaptable, during execution, change the network while, during the run, graph every time, graph each time, interactively
static, define then run, static graph | fixed, compiled ahead, frozen, ahead of time, beforehand, up front, predefined
graph, computation graph | diagram, chart, network of operation, dag, flowchart
control flow, if statement, loop | branch, condition, conditional, while loop, for loop, python if
linear regression, straight line, line of best fit, least squares, fit a line | trend line, trendline, line through, house price, house cost, price, linear relationship, continuous value, continuous number, continuous, predict a number, predict number, fitting a line, best line, linear model, linear fit, line fit, relationship between two, y mx b, draw a line through, salary, ols
regression | continuous, real valued, numeric prediction, predict a quantity
relation, relationship, dependence, dependent | correlation, link between, connection between, association, influence, depend on
independent variable, feature, predictor | explanatory, input variable
line, straight | straight, trend, linear
type1 error, type2 error, false positive, false negative, false alarm, missed case | wrong alarm, miss, fp, fn, healthy person, innocent, guilty, sick person, convict, wrongly, cry wolf, missed detection, undetected, overlook, false detection, fail to detect, failing to notice, spam, alarm, reject a true, accept a false, wrong rejection, misdiagnose, diagnosis, patient, virus, fire alarm, detect something that, mistaken alarm, unnoticed, incorrectly reject
false positive, false alarm, type1 error, alpha | wrong alarm, wrongly flag, cry wolf, fire alarm, innocent, not really there, not there, false detection, fp
false negative, missed, type2 error, beta | miss, overlook, fail to detect, not detect, undetected, fn, unnoticed, slip through
hypothesis, null hypothesis, significance | hypotheses, statistical test, statistics, p value, test statistic
precision, recall, confusion matrix | sensitivity, specificity, tpr
accuracy, metric | correctness, hit rate
`;
