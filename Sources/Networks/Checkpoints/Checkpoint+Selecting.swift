import Files

extension Checkpoint {
    /// Some of the tensors under other names, their axes in another order where one is given: axis i of the result is axis
    /// `order[i]` of what is stored.
    ///
    /// Throws a `FileError` when there is no such tensor, or it has another number of axes.
    public func selecting(_ tensors: [(name: String, stored: String, order: [Int]?)]) throws -> Checkpoint {
        var selection = Checkpoint()
        selection.path = path
        for (name, stored, order) in tensors {
            guard let value = values[stored] else { throw missing(stored) }
            guard let order else {
                selection.values[name] = value
                continue
            }
            guard value.shape.count == order.count else {
                throw FileError(
                    path: path, problem: "\(quoted(stored)) has the shape \(value.shape), not \(order.count) axes",
                    remedy: "Save the tensors again as they are in the original")
            }
            selection.store(try tensor(stored).transposed(to: order), as: name)
        }
        return selection
    }
}
