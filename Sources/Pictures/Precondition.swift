/// Stops the program with the message unless the condition holds.
///
/// The standard library's function of this name drops its message in optimised code, and with it both sizes. This room
/// knows no other that could lend it one, so the few lines are here too; nothing outside sees them.
@inline(__always)
func precondition(
    _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID,
    line: UInt = #line
) {
    if !condition() { fatalError(message(), file: file, line: line) }
}
