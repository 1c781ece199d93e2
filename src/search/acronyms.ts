/**
 * Short forms and their long forms, as phrases of one meaning. Every spelling of a line gives the same single token,
 * in questions and queries alike, so that an acronym never counts as several words.
 */
export const acronyms = `
mse, mean squared error, mean square error, mean squared errors
rmse, root mean squared error, root mean square error
mae, mean absolute error
bce, binary cross entropy, binary crossentropy
ctc, connectionist temporal classification
cnn, convolutional neural network, convolution neural network, convolutional network, convolutional net, convnet, conv net, convolutional neural net, convolutional nn, conv nn
dnn, deep neural network, deep network, deep net, deep neural net, deep nn
ann, artificial neural network, artificial neural net, artificial nn
mlp, multi layer perceptron, multilayer perceptron, multiple layer perceptron
slp, single layer perceptron, one layer perceptron
fnn, ffn, ffnn, feed forward neural network, feedforward neural network, feed forward network, feedforward network
nnet, neural network, neural net
sgd, stochastic gradient descent, stochastic gd, stochastic descent
bgd, batch gradient descent, full batch gradient descent, batch gd
mbgd, mini batch gradient descent, minibatch gradient descent, mini batch gd, minibatch gd, mini batch descent
gd, gradient descent
fc layer, fully connected layer, fully connected, dense layer, full connected layer, fc
gpu, graphics card, graphics processing unit, graphic card, video card, graphics processor
cpu, central processing unit
vae, variational autoencoder, variational auto encoder
autoencoder, auto encoder, ae, autoenc
autograd, auto grad
pca, principal component analysis
gap, global average pooling
maxpool, max pooling, max pool, maxpooling, maximum pooling
avgpool, average pooling, avg pool, avg pooling, mean pooling, average pool, avgpooling, mean pool
sumpool, sum pooling, sum pool
adam optimizer, adam optim
backprop, backpropagation, back propagation, back prop, bp
feedforward, feed forward
minibatch, mini batch
nonlinear, non linear
nonlinearity, non linearity
autodiff, automatic differentiation, auto diff, algorithmic differentiation
tf, tensorflow, tensor flow
lr, learning rate
1d, one dimensional, 1 dimensional, one dimension, 1 d
2d, two dimensional, 2 dimensional, two dimension, 2 d
3d, three dimensional, 3 dimensional, three dimension, 3 d
conv1d, 1d conv, 1d convolution, conv 1d, convolution 1d
conv2d, 2d conv, 2d convolution, conv 2d, convolution 2d
conv3d, 3d conv, 3d convolution, conv 3d, convolution 3d
type1, type 1, type i, type one, type1 error, type 1 error, type i error, type one error, error of type 1, error of type i, 1st type
type2, type 2, type ii, type two, type2 error, type 2 error, type ii error, type two error, error of type 2, error of type ii, 2nd type
cifar10, cifar 10, cifar ten
cifar100, cifar 100, cifar hundred, cifar one hundred
numpy, np
api, application programming interface
os, operating system
rgb, red green blue
ml, machine learning
dl, deep learning
nlp, natural language processing
cv, computer vision
ols, ordinary least squares, least squares
loss function, loss fn, loss func, loss fct, cost function, cost fn
activation function, activation fn, activation func, act fn, act function, activation fct
conv, convolution
layer, lyr
param, parameter, params
func, function, fn, fct
pkg, package
db, database
env, environment
config, configuration
dev, development
dim, dimension, dims
init, initialization, initialisation
calc, calculate
img, image, imgs
arr, array
opt, optimizer
grad, gradient, grads
vram, video memory, gpu memory, graphics memory
oom, out of memory
hello world, helloworld
linear regression, lin reg, linreg, lin regr, linear reg
logistic regression, log reg, logreg
attribute, attr, attrs
pytorch, pt
accuracy, acc
memory, mem
error, err
matrix, mat
vector, vec
variable, var, vars
library, lib, libs
probability, prob, probs
derivative, deriv, derivs
forward, fwd
backward, bwd
linear, lin
dynamic, dyn
utilization, util
hyperparameter, hparam, hyperparam
batch size, bs
computation graph, comp graph, compute graph, computational graph
activation, activ
difference, diff
information, info
number, num, nr
classification, clf, cls
prediction, pred, preds
embedding, emb
sequence, seq
regularization, regul
average, avg
standard deviation, std
fp, false positive
fn error, false negative
`;
