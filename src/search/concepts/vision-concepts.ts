/** Convolution, pooling, pictures. The format is told in `../lexicon.ts`. */
export const visionConcepts = `
image, picture, photo, photograph, drawing, bitmap, thumbnail, snapshot, jpeg, png | pics, pic, img, imgs, selfie, scan, visual, screenshot
pixel, dot | pixels, px
border, edge, corner, boundary, rim, margin, outside, perimeter, outline, surrounding | frame, side, fringe, periphery
padding, pad, zero padding, padding mode | border, edge, frame, margin, surround, rim, boundary, outside, wrap, extend, enlarge, extra pixel, extra zero, ring of zero, fake pixel, zero around, filler, perimeter, keep the size, same size, preserve the size, shrinking output, fill
stride, strided | step, jump, hop, leap, skip, shift, move, stepsize, pace, travel, advance, at a time, hopping distance, displacement
slide, shift, move, sweep, jump, travel, hop, skip, glide | advance, leap, stroll, march, pass, scan
kernel, filter, window, mask | stencil, template, patch, detector, lens, sieve, square
patch, window, region, sub region, area, block, neighborhood, tile | zone, section, square, cell, spot, grid, local, chunk
convolution, convolution layer, conv, convolute, cross correlation | filter, kernel, slide, stencil, sliding window, detector, pattern detector, feature extractor, sweep
feature map, activation map | output map, response map, channel
channel, feature map, plane | rgb, red green blue, color plane
extract, detect, find, spot, pick up | locate, identify, discover, search, catch, capture
feature, pattern, trait | characteristic, motif, shape, texture, attribute
pooling, pool, pooling layer, subsample, downsample, downscale | shrink, reduce, condense, summarize, compress, squeeze, smaller, resize, scale down, size reduction, cut down, resolution, lower resolution, coarsen, decimate, downsize, thin out, aggregate, lessen, decrease
downsample, downscale, subsample, shrink, downsize, scale down, scaling down, reduce | resize, make smaller, smaller, decrease, decimate, lower resolution, lower the resolution, resolution, cut down, condense, compress, lessen, diminish
max, largest, biggest, highest, strongest, greatest, top, peak | winner, dominant, loudest, brightest, upper, winning, take all, extreme, best
max pooling | largest in, biggest in, highest in, keep the largest, keep the biggest, keep the strongest, winner, brightest, strongest, biggest value, largest value, highest value, biggest number, largest number, highest number, top value, max filter, strongest signal, strongest response, maximum value
average, mean, arithmetic | typical, middle, blend, smooth, even out, smoothing
average pooling, mean pooling, global average pooling | smooth, blend, mean value, mean of each, average value, average of each, averaging, average out, average region, average each
sum, total, add up, addition | accumulate, tally, plus, count up, sum up, altogether, adding
sum pooling | add up the value, total of each, sum of each, adding up, total of each region, adding all value, tally
cnn, convnet, image recognition, image classification | picture recognition, object recognition, face recognition, face detection, see image, vision network, computer vision, recognize picture, recognize image, classify picture, classify image, recognize photo, classify photo, recognize object, facial recognition, visual recognition, tell cat from dog, animal in picture, image model, sight, network for picture, network for image, network for photo
cat, dog, lion, tiger, airplane, ship, truck, horse, bird, frog | animal, pet, plane, aeroplane, car, automobile, deer, boat, vehicle, kitten, puppy
face, facial | person, people, portrait
vision, computer vision | sight, seeing, camera, eye, look at
classification, classif, recogniz, categorize | sort, label, tell apart, sorting, identify, distinguish between, separate
object detection, detect | find object, locate object, bounding box
translation, shift, invariance, equivariance | position, moved, wherever, location, independent of position
height, width, size, dimension | tall, length, how large, how big, resolution
halve, half | cut in two, twice as small, half as large
1d, one dimensional | single dimension, one dimension, along a line
2d, two dimensional | flat, two dimension, planar
3d, three dimensional, volume, volumetric, cube | three dimension, depth, volumetric, voxel, spatial
audio, sound, signal, speech, waveform | voice, music, song, noise recording, microphone, podcast, acoustic, recording, spoken
video, film, movie, ct scan, mri | clip, footage, frame of a video, medical scan, youtube, tomography, animation, frames, stream
time series, temporal, sequence, signal | stock price, sensor, over time, ecg, forecast, chronological, temperature log
text, sentence, language, word | email, tweet, message, comment, review, book text, nlp, prose, document, paragraph, string, letter, phrase, writing
mnist, handwritten, digit, handwriting, numeral | hand written, handwritten number, written number, written by hand, zip code, postal code, scribble, scrawl, handwritten figure, numbers from 0 to 9, 0 to 9, hello world, number recognition, penned, pen
grayscale, gray, black and white, monochrome | colorless, no color, bw, greyish
color, colour, rgb | colorful, coloured, colored
cifar 10, ten class, 10 class | ten category, ten kind, ten label, ten object, small color, tiny color, tiny image, tiny picture, tiny photo, small picture, 32x32, ten sort, ten type, 60000
cifar 100, hundred class, 100 class | hundred category, hundred label, superclass, fine and coarse, coarse label, fine label, hundred kind, more class, hundred object
tiny, small, little, miniature | minuscule, micro, mini
dataset, data set, benchmark | collection, corpus, database, sample collection
grid, matrix, table | mesh, raster
flat, flatten, unroll, vector | stretch out, straighten, one long, ravel, line up, collapse to, one long vector, long list
dilation, spread | gap, hole, spaced
rectangular, square | box
parameter sharing, weight sharing, shared filter, shared weight | reuse the same weight, same weight everywhere, reuse
`;
