import Basics

/// What the server remembers between requests, by names that it gives out itself. Only the latest is kept, as much as fits: a page
/// whose drawing is gone sends it again.
final class Shelf<Item: Sendable>: Sendable {
    private struct State {
        var items: [(name: String, item: Item, weight: Int)] = []
        var next: UInt64 = 0
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let mostItems: Int

    /// Room for things that weigh so much together; the newest stays, whatever it weighs.
    init(capacity: Int, mostItems: Int) { (self.capacity, self.mostItems) = (capacity, mostItems) }

    /// Puts something down and gives it a name.
    func put(_ item: Item, weight: Int) -> String {
        state.withLock { state in
            // Two servers after each other on one port must not mistake each other's names.
            let name = "\(state.next)-\(String(UInt64.random(in: .min ... .max), radix: 36))"
            state.next += 1
            state.items.append((name, item, weight))
            while state.items.count > 1,
                state.items.count > mostItems || state.items.reduce(0, { $0 + $1.weight }) > capacity
            {
                state.items.removeFirst()
            }
            return name
        }
    }

    /// What has the name, which now is the latest; throws a ``Refusal`` when it is gone.
    func take(_ name: String) throws -> Item {
        try state.withLock { state in
            guard let place = state.items.firstIndex(where: { $0.name == name }) else {
                throw Refusal(.gone, "The server no longer holds this picture: send it again.")
            }
            state.items.append(state.items.remove(at: place))
            return state.items[state.items.count - 1].item
        }
    }

    var count: Int { state.withLock { $0.items.count } }
}
