// Loaded before a program, it prints the most memory that the program has had, when it ends.
process.on('exit', () => console.log(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`));
