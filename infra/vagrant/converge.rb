require "rbconfig"
require "shellwords"
require_relative "settings"

module Relevo
  # Brings the machines that are up to what cluster.yaml says, with the scripts of provision/, in their order: all that is known of LXD
  # stands there. Each script does nothing where nothing is to do, and so does this.
  class Converge
    SCRIPTS = "/relevo/provision".freeze
    IMAGES = "/relevo-images".freeze
    # On a machine that has its place in the cluster: what that was made from. Gone when the machine restarts, and then it is looked at again.
    FOUNDED = "/run/relevo-converged".freeze
    # Seconds a script may take where the processor is real.
    LIMIT = 180

    # arrived: the machines of this command, each with whether it was running before
    def initialize(env, arrived)
      @env = env
      @arrived = arrived.transform_keys { |machine| machine.name.to_s }
      provider = arrived.keys.first.provider_name
      # All that are up, not only those of this command: the cluster is theirs too.
      @machines = Settings.nodes.to_h { |node| [node, arrived.keys.find { |m| m.name.to_s == node } || env.machine(node.to_sym, provider)] }
                          .select { |_, machine| machine.state.id == :running }
    end

    def run
      @env.lock("relevo") { prepare && Settings.converge? && cluster }
    rescue Vagrant::Errors::EnvironmentLockedError
      raise Failed, "Another vagrant command is making this cluster: wait for it, then `vagrant provision`"
    end

    private

    # What the scripts need on a machine: themselves as they are now, their programs, the images.
    def prepare
      side_by_side(up) { |node| refresh(node) if @arrived.fetch(node, true) }
      @slowness = Integer(command(up.first, "RELEVO_SLOWNESS=#{ENV['RELEVO_SLOWNESS'].to_s.shellescape} /relevo/slowness"))
      @env.ui.info("Relevo: the machines are slow: every limit is #{@slowness} times as long") if @slowness > 1
      side_by_side(up) { |node| step(node, "00-packages") }
      deliver_images if up?(first)
      true
    end

    def cluster
      return unless founded? || found

      side_by_side(up) { |node| step(node, "50-instances") }
      step(Settings.balancer_node, "60-balancer") if up?(Settings.balancer_node)
      finish
    end

    # Members, images and network. False when machines are missing for it.
    def found
      side_by_side(up) { |node| step(node, "10-lxd") }
      members = up.select { |node| step(node, "member", show: false) == "yes" }
      if members.empty?
        return waits_for(first) unless up?(first)

        step(first, "20-bootstrap")
        # Not while somebody joins: LXD then tries to copy the images to a member that is not there yet.
        step(first, "35-images")
        members = [first]
      end
      seat = members.first
      # One by one: two members that join LXD 5.0.2 at the same time can wait for each other for good.
      (up - members).each { |node| join(seat, node) }
      absent = Settings.nodes - step(seat, "members", show: false).split
      return waits_for(*absent) unless absent.empty?

      step(seat, "40-shared")
      step(first, "35-images") if up?(first)
      side_by_side(up) { |node| command(node, "echo #{foundation} >#{FOUNDED}") }
      true
    end

    def founded?
      side_by_side(up) { |node| command(node, "cat #{FOUNDED} 2>/dev/null || true").strip == foundation }.all?.tap do |so|
        @env.ui.info("Relevo: the cluster was made from these files already: nothing to do but to look at its instances") if so
      end
    end

    def foundation
      @foundation ||= "#{Settings.foundation} #{@images && File.basename(@images)}".strip
    end

    def join(seat, node)
      # A machine that was destroyed and made again: the cluster knows the old one by this name.
      step(seat, "22-forget", node)
      token = step(seat, "25-token", node, show: false)
      step(node, "30-join", stdin: token)
    end

    def up
      @machines.keys
    end

    def up?(node)
      @machines.key?(node)
    end

    def first
      Settings.nodes.first
    end

    def waits_for(*nodes)
      @env.ui.warn("Relevo: the cluster waits for #{nodes.join(', ')}: vagrant up #{nodes.join(' ')}")
      false
    end

    def finish
      return waits_for(Settings.balancer_node) unless up?(Settings.balancer_node)

      forward_again
      ports = Settings.ports.transform_values(&:last)
      silent = ports.values.reject { |port| Ports.answers?(port) }
      unless silent.empty?
        raise Failed, "The balancer runs, but nobody answers on 127.0.0.1:#{silent.join(', 127.0.0.1:')}: " \
                      "`ss -ltnp` shows whether another program has the port; then vagrant reload #{Settings.balancer_node}"
      end
      down = Settings.nodes - up
      @env.ui.warn("Relevo: #{down.join(', ')} not running") unless down.empty?
      @env.ui.success("Relevo: the balancer is at http://127.0.0.1:#{ports['http']}/, its statistics at http://127.0.0.1:#{ports['statistics']}/\n" \
                      "Their user and password were made at random and are in #{Settings.balancer}:/etc/haproxy/credentials.env; to see them:\n" \
                      "  vagrant ssh #{Settings.balancer_node} -c 'sudo lxc exec #{Settings.balancer} -- cat /etc/haproxy/credentials.env'")
    end

    # libvirt's ports are forwarded by a process of its own, which ends with the connection: when its machine was killed and came back, for one.
    def forward_again
      machine = @machines[Settings.balancer_node]
      return if machine.provider_name != :libvirt || Settings.ports.values.all? { |_, port| Ports.answers?(port) }

      actions = VagrantPlugins::ProviderLibvirt::Action
      @env.action_runner.run(Vagrant::Action::Builder.build(actions::ClearForwardedPorts), machine: machine, ui: machine.ui)
      @env.action_runner.run(Vagrant::Action::Builder.build(actions::ForwardPorts), machine: machine, ui: machine.ui)
      deadline = Process.clock_gettime(Process::CLOCK_MONOTONIC) + 10 * @slowness
      until Settings.ports.values.all? { |_, port| Ports.answers?(port) } || Process.clock_gettime(Process::CLOCK_MONOTONIC) > deadline
        IO.select(nil, nil, nil, 0.2)
      end
    end

    # The machine was running before this command: Vagrant gives a machine its folders when it starts, and then no more.
    def refresh(node)
      machine = @machines[node]
      folders = Vagrant::Action::Builtin::MixinSyncedFolders
      helper = Object.new.extend(folders)
      helper.synced_folders(machine).fetch(:rsync, {}).each_value do |options|
        VagrantPlugins::SyncedFolderRSync::RsyncHelper.rsync_single(machine, machine.ssh_info, options)
      end
    end

    # Built on the host where it can, otherwise in the first machine with the same script.
    def deliver_images
      if buildable?
        @images ||= Settings.script("images/instance")
        name = File.basename(@images)
        return if command(first, "cat #{IMAGES}/.name 2>/dev/null || true").strip == name

        machine = @machines[first]
        machine.ui.detail("copying the instances' images")
        command(first, "rm -rf /tmp/#{name} #{IMAGES} && mkdir -m 777 /tmp/#{name}")
        Dir.each_child(@images) { |file| machine.communicate.upload(File.join(@images, file), "/tmp/#{name}/#{file}") }
        command(first, "chown -R root:root /tmp/#{name} && chmod 755 /tmp/#{name} && echo #{name} >/tmp/#{name}/.name && mv /tmp/#{name} #{IMAGES}")
      else
        step(first, "00-packages", "builders")
        step(first, "../images/instance", show: false).then do |directory|
          command(first, "ln -sfn #{directory.shellescape} #{IMAGES}")
        end
      end
    end

    def buildable?
      Settings.linux? && ENV["PATH"].split(File::PATH_SEPARATOR).any? { |dir| File.executable?(File.join(dir, "mmdebstrap")) }
    end

    # Runs a script as root and returns what it printed; shown line by line as it comes unless it is a secret or an answer.
    def step(node, script, *arguments, stdin: "", show: true)
      environment = { "RELEVO_NODE" => node, "RELEVO_SUBNET" => Settings.subnet, "RELEVO_IMAGES" => IMAGES,
                      "RELEVO_SLOWNESS" => @slowness, "RELEVO_CACHE" => "/var/cache/relevo" }
      limit = LIMIT * @slowness
      words = ["env", *environment.map { |name, value| "#{name}=#{value}" }, "timeout", "--kill-after=5", limit.to_s, "#{SCRIPTS}/#{script}", *arguments]
      command(node, "#{words.shelljoin} <<'RELEVO-END'\n#{stdin}\nRELEVO-END", show: show) do |status, complaint|
        why = status == 124 ? "did not end within #{limit} s; on a slow machine set RELEVO_SLOWNESS" : "failed (status #{status}): #{complaint}"
        "provision/#{script} on #{node} #{why}"
      end.strip
    end

    def command(node, text, show: false)
      machine = @machines[node]
      out = +""
      err = +""
      rest = +""
      status = machine.communicate.sudo(text, error_check: false) do |type, data|
        (type == :stdout ? out : err) << data
        next unless show && type == :stdout

        rest << data
        while (line = rest.slice!(/\A.*\n/))
          machine.ui.detail(line.chomp)
        end
      end
      return out if status.zero?

      raise Failed, block_given? ? yield(status, err.strip) : "#{node}: #{text.lines.first.strip} failed: #{err.strip}"
    end

    # The block's answers, in the order of the nodes; all their failures as one.
    def side_by_side(nodes)
      threads = nodes.map do |node|
        Thread.new { yield node }.tap { |thread| thread.report_on_exception = false }
      end
      failures = []
      answers = threads.map do |thread|
        thread.value
      rescue Vagrant::Errors::VagrantError => e
        failures << e.message
        nil
      end
      raise Failed, failures.join("\n") unless failures.empty?

      answers
    end
  end
end
