/// Stops the program with the message unless the condition holds.
///
/// It takes the place of the standard library's function of this name in every room above the core, because that one
/// drops its message in optimised code: a learner with a wrong shape would see an illegal instruction and no shapes.
@inlinable @inline(__always)
package func precondition(
    _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID,
    line: UInt = #line
) {
    if _slowPath(!condition()) { fatalError(message(), file: file, line: line) }
}

/// Stops the program with the message; see `precondition`.
@inlinable
package func preconditionFailure(_ message: String, file: StaticString = #fileID, line: UInt = #line) -> Never {
    fatalError(message, file: file, line: line)
}
