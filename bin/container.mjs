// The command line in a container: everything was installed and built with the image.
process.setSourceMapsEnabled(true)
const { main } = await import('../dist/cli.js')
process.exit(await main(process.argv.slice(2)))
