/** The framework itself, tensors, machines, installation. The format is told in `../lexicon.ts`. */
export const frameworkConcepts = `
pytorch, torch | pyt, pytorh
framework, library, toolkit, package, software | tool, platform, program, toolbox, app, technology, product
facebook, meta, pytorch foundation, develop, open source | fair, creator, created, invented, inventor, invent, maker, author, founder, company behind, who made, who built, founded, behind, origin, originate, zuckerberg, maintained, maintain, owner, owns
building block, component, element, essential, core, part, main component, core package | piece, ingredient, brick, pillar, essentials, consist, made of, made up, comprise, toolbox, subpackage, key module, constituent, section, structure, contain, bits and pieces, contents, fundamental, key part, major part, anatomy
main, core, essential, basic, key | fundamental, principal, important, primary, central, crucial, major
package, module, submodule, subpackage | namespace, part, bundle
tensor, torch tensor, n dimensional array, multi dimensional, ndarray | nd array, multidimensional array, container of number, container for number, grid of number, block of number, array of number, numbers arranged, list of list, nested list, data container, data structure, box of number, number container, generalized matrix, holds number, multi dim array, cube of number
multi dimensional, n dimensional | multidimensional, nd, many dimension, any number of dimension, several dimension
scalar, vector, cube, rank | single number, one number, list of number
matrix, 2d, table of number | rows and column, row and column, spreadsheet, table, grid, mathematical matrix, two dimensional array
tensor vs matrix | matrix and tensor, tensor same as matrix, tensor or matrix, tensor just a matrix, tensors just matrices, generalization of matrix
matmul, matrix product, mm, bmm | multiply matrices, matrix multiplication, multiply two matrix, dot product
shape, size, dimension, ndim | how big, form, length, extents
attribute, property, dtype, device, layout | characteristic, metadata, field, trait, information, describes a tensor, quality, qualities, stored in a tensor, carry, carries, every tensor has, specs, specification
dtype, data type, float32, int64 | precision, float, integer, double, kind of number, number type, half precision, element type
device, which device | hardware, processor, where it lives, resides, placement, machine
layout, memory format, contiguous, channels last | arranged in memory, memory layout, stored in memory, arrangement, memory arrangement, sparse, strided
numpy, from numpy, ndarray | np, np array, numpy array, bridge, python array
array | list
convert, turn, create, transform, import, wrap | change, get, switch, bridge, make, cast, bring, load, switching
share, shared memory, same memory, without copying | same storage, view, alias, linked, sync, in sync, affect, reflect, duplicates, zero copy, also changes, also change, both change, same buffer
copy, clone, duplicate | replicate, separate memory, independent copy, copying
abstraction, level of abstraction, levels of abstraction | tier, layered design, hierarchy, stage, high level, low level
levels of abstraction, tensor parameter module, parameter vs buffer | three level, three tier, three layer of abstraction, abstract tiers, hierarchy of, abstraction tiers, abstraction stages
level | tier, layer, degree, stage, rung
parameter, nn parameter | trainable tensor, learnable tensor
buffer, register buffer | non trainable, persistent state, running mean
advantage, benefit, pro, strength, pros and cons | upside, plus, selling point, perk, merit, popular, popularity, loved, favor, favour, prefer, beloved, brilliant, attractive, awesome, worth, convince, positive, plus points, strong point, good side, appeal, like about, good about, better about, fan
disadvantage, drawback, con, weakness, limit | downside, negative, shortcoming, bad side, minus, limitation, weak point, flaw
debug, debugging, pdb, breakpoint | troubleshoot, find bugs, bug, inspect, trace errors, step through, fault finding
easy, simple, beginner | simplicity, effortless, novice, starter, friendly, straightforward, learning curve, newbie, painless
fast, speed, performance, quick | rapid, efficient, velocity, swift, slow, quickly
tensorflow, tf, keras | google framework, google library, google counterpart, rival, competitor, competing, alternative framework, google's, google
compare, comparison, choose, choice | which one, pick, select, decide, opt, rather
research, flexible, flexibility | scientist, academia, academic, researcher, experiment, prototype, prototyping
deploy, deployment, mobile, embedded | phone, smartphone, android, ship, production, edge device, microcontroller
nn module, torch nn, subclass, base class, nn package | parent class, inherit, inheritance, superclass, custom layer, custom model, own layer, own model, my own network, own network, derive from, class of all model, define a model, define a network, build a model, build a network, building network, create a network, write a layer, model class, new layer, extend, parent of, keeps track of parameter, holds the parameter
class, object, base class | blueprint, oop, instance
register, manage, contain, own | keep, hold, store, look after, track, collect, administer
state dict, save | checkpoint, store
functional, nn functional, stateless, torch nn functional | function version, function form, function style, functions instead of, no state, without state, stateless function, plain function, function instead of, capital f, function call, stateful, class version, module version, function counterpart, function or class, class or function
stateless, state | no memory, stateful, keep no
dropout, functional dropout | drop out
install, installation, pip, conda install, pip install | setup, set up, get on my, download, put on my, getting started, get it running, get it on, installing, command line, terminal, instal, apt, fetch, wheel, laptop, computer, machine, pc, set it up
windows, linux, mac | laptop, computer, pc, machine, operating system, ubuntu, win10, microsoft, desktop, macbook
command, pip install | terminal, shell, instruction, line to type, type in, prompt, command line
conda, anaconda, miniconda, miniforge | package manager, environment manager, distribution, mamba
anaconda vs miniconda, anaconda, miniconda, miniforge, minimal conda | lightweight, light version, small version, slim, stripped, bloated, bundle, mini version, hundred of package, preinstalled, full distribution, big version, bare bones, lighter, heavyweight, light weight, python distribution, small conda, big conda, stripped down, slimmer, huge installer
minimal, small, smaller | slim, light, lightweight, bare, compact, tiny, stripped, reduced, lean
license, terms of service, commercial | paid, free, legal, company, pay, licensing, cost money
cuda, gpu, nvidia, graphics card, torch cuda | video card, graphic card, accelerator, nvidia card, geforce, rtx, gpus, graphics processor, graphics, parallel hardware, graphics chip, video chip, graphic processor
torch cuda, cuda tensor, to device | run on, move to, put on, transfer to, send to, use the gpu, on the gpu, onto the gpu, push to, copy to the gpu, speed up, accelerate, acceleration, onto the graphics, to the graphics, on graphics, gpu acceleration, exploit
gpu usage, check gpu, nvidia smi, memory allocated, gpu availability, gpu utilization, memory usage | gpu in use, gpu busy, gpu idle, gpu consumption, monitor, monitoring, watch, how much memory, gpu load, really using the gpu, using my gpu, is the gpu, gpu used, gpu working, gpu being, see gpu, detect gpu, gpu detected, gpu is available, how busy, used by my, graphics memory, gpu activity, card is busy, card is used, card is being, have a gpu, gpu visible, using the graphics, uses the graphics
check, verify, see, find out, inspect | monitor, look up, test whether, confirm, detect, determine, view, tell if, know if, measure, watch, know whether, see whether, observe
usage, utilization, in use, being used | load, busy, idle, consumption, occupied, activity, workload
memory, vram, video memory | ram, storage, occupied, space
available, availability, free | exist, accessible, present, usable, there is
out of memory, oom | run out, not enough memory, memory full, exhausted
synchronize, stream, asynchronous | async, parallel, wait for
code, snippet, example | sample code, listing, script
python | programming language, py
reason, purpose, need, necessary | motive, motivation, justification, advantage, required, why bother, role
explain, show a problem, difficult, hard | tricky, challenging, tough, complicated
deep learning, machine learning | ai, artificial intelligence, ml
`;
