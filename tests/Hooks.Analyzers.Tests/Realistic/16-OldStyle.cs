using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Hooks;

namespace Consolidated.Messenger
{
    /// <summary>
    /// Checks file operations of the agent.
    /// </summary>
    public class FileOperationHooks
    {
        #region Fields

        private readonly object syncRoot = new object();
        private readonly List<string> touchedFiles = new List<string>();
        private const int MaxFileSize = 10 * 1024 * 1024;

        #endregion

        #region Constructors

        public FileOperationHooks()
        {
        }

        #endregion

        #region Hooks

        [Hook(HookPoint.BeforeToolCall, Name = "CheckFileSize", Tools = "write_file|create_file|Write")]
        public HookResult CheckFileSize(ToolCallContext context)
        {
            string content;
            HookResult result = HookResult.Continue;

            try
            {
                content = context.Arguments.GetString("content", string.Empty);
                if (content.Length > MaxFileSize)
                {
                    result = HookResult.Cancel(String.Format(CultureInfo.InvariantCulture, "The file has {0} characters.", content.Length));
                }
                else
                {
                    lock (this.syncRoot)
                    {
                        this.touchedFiles.Add(context.Arguments.GetString("path") ?? "?");
                    }
                }
            }
            catch (ArgumentException ex)
            {
                Trace.TraceError(ex.ToString());
                result = HookResult.Cancel(ex.Message);
            }

            return result;
        }

        [Hook(HookPoint.BeforeToolCall, Name = "NormalizePath", Priority = -10, Tools = "@edit|@read")]
        public HookResult NormalizePath(ToolCallContext context)
        {
            string? path = context.Arguments.GetString("path");
            if (path == null)
            {
                return HookResult.Continue;
            }
            else
            {
                string normalized = path.Replace('\\', '/');
                if (normalized == path)
                {
                    return HookResult.Continue;
                }
                context.Arguments["path"] = normalized;
                return HookResult.Modified;
            }
        }

        [Hook(HookPoint.FileChanged)]
        public void OnFileChanged(FileContext context)
        {
            lock (this.syncRoot)
            {
                if (!this.touchedFiles.Contains(context.Path))
                {
                    Trace.TraceWarning("Changed by somebody else: " + context.Path);
                }
            }
        }

        [Hook(HookPoint.SessionEnd)]
        public async Task OnSessionEnd(SessionContext context, CancellationToken cancellationToken)
        {
            string[] files;
            lock (this.syncRoot)
            {
                files = this.touchedFiles.ToArray();
                this.touchedFiles.Clear();
            }

            try
            {
                await File.WriteAllLinesAsync(Path.GetTempFileName(), files, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException ex)
            {
                Trace.TraceError("Could not write the list of files: {0}", ex.Message);
            }
            finally
            {
                Trace.Flush();
            }
        }

        #endregion
    }
}

namespace Consolidated.Messenger.Errors
{
    public class ErrorHooks : IDisposable
    {
        private int errorCount = 0;

        [Hook(HookPoint.ErrorOccurred)]
        public void OnError(ErrorContext context)
        {
            int count = Interlocked.Increment(ref this.errorCount);
            if (count > 100 && context.Severity >= HookSeverity.High)
            {
                context.AddContext("There have been more than 100 errors.");
            }
        }

        public void Dispose()
        {
            this.errorCount = 0;
            GC.SuppressFinalize(this);
        }
    }
}
