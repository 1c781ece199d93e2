// Short tones for what happens in a quiz, where somebody has switched them on.
(() => {
  /** Frequencies in Hz, one after the other. */
  const tunes = {
    question: [523, 659],
    right: [659, 880],
    wrong: [262, 220],
    podium: [392, 523, 659, 784],
  };
  const length = 0.14;
  let context = null;

  function play(tune) {
    if (!window.settings.isOn('sound')) return;
    context ??= new AudioContext();
    // Browsers keep it silent until somebody has pressed something.
    if (context.state === 'suspended') context.resume();
    tunes[tune].forEach((frequency, index) => {
      const start = context.currentTime + index * length;
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0.12, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + length);
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + length);
    });
  }

  document.addEventListener('playground:shown', ({ detail: { log, message, asked } }) => {
    if (message === null || log.id !== 'thread-messages') return;
    const told = message.querySelector('.told');
    if (!asked && window.messageKinds.asks(message)) play('question');
    else if (asked && told !== null) play(told.matches('.tone-good') ? 'right' : 'wrong');
    else if (message.querySelector('.podium') !== null) play('podium');
  });

  document.addEventListener('playground:settings', () => play('question'));
})();
