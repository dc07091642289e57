extension Refusal {
    /// What is said to a request that no knob of the page makes.
    static let turnedTooFar = Refusal(.badRequest, "A knob does not turn that far.")
}
