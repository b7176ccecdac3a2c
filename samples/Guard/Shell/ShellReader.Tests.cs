namespace Guard.Shell;

// Tests in [[ ]], where signs compare and join.
internal sealed partial class ShellReader
{
    // A shell that does not know [[ takes it for a program, and what && and || join for the next one.
    private void ReadTestSign(char sign)
    {
        EndWord();
        if (!_isTest)
            return;
        if (sign == ';' || sign is '<' or '>' && Next == '(')
            Fail("it has a test that cannot be read");
        else if (sign is '&' or '|' or '\n')
            EndTerm();
        _at++;
    }

    private void EndTerm()
    {
        if (_words is [{ IsKnown: true }, ..])
            EndCommand(Joint.Or);
        else
            _words.Clear();
    }

    private void EndTest()
    {
        _isTest = false;
        if (_words is [{ IsKnown: false }, ..])
            _words.Clear();
    }
}
