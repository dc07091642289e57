import Glibc

/// The share of a learning rate that is left when so much of a training is done: along half a cosine, from 1 to a twentieth.
func shareOfLearningRate(done: Double) -> Double { 0.05 + 0.95 * 0.5 * (1 + cos(done * .pi)) }
