// Installed as the plugin's entry for `require`: the plugin itself waits for its parser while it loads, which `require` cannot do.
throw new Error(`taskwise/eslint-plugin is an ES module and cannot be loaded with require().

In a configuration that is an ES module (eslint.config.mjs, or eslint.config.js where package.json says "type": "module"):

    import taskwise from 'taskwise/eslint-plugin'
    export default [...taskwise.configs.recommended]

In one that is CommonJS:

    module.exports = (async () => {
      const { default: taskwise } = await import('taskwise/eslint-plugin')
      return [...taskwise.configs.recommended]
    })()

Configurations in the old format (.eslintrc) cannot have it at all: it needs eslint.config.js and ESLint 9.15 or newer.
`)
