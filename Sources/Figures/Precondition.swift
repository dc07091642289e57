/// Stops the program with the message unless the condition holds.
///
/// It takes the place of the standard library's function of this name, which drops its message in optimised code, as
/// the core's does in the rooms that stand on it.
@inline(__always)
func precondition(
    _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID,
    line: UInt = #line
) {
    if _slowPath(!condition()) { fatalError(message(), file: file, line: line) }
}
