# 
#
# Draw game.png and game.svg again, in this folder:  gnuplot game.gnuplot
# It needs game.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'game.png'
    call 'game.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'game.svg'
    call 'game.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: What they lose to each other
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'What they lose to each other' font ',13' textcolor rgb '#333333'
set xlabel 'round' textcolor rgb '#333333'
set ylabel 'cross-entropy, nats' textcolor rgb '#333333'
set xrange [1:2400]
set yrange [0:7.72726588]
set arrow from graph 0, first 1.38629436 to graph 1, first 1.38629436 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set xtics 1000 format '%.0f'
set ytics 2 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'game.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'game.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'colorizer (a guess: 0.69), running mean', \
    'game.dat' index 2 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'game.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'adversary, of a pair, running mean', \
    keyentry with lines dashtype (14,9) linewidth 1.4 linecolor rgb '#888888' title 'guessing a pair'

# Panel 2: How often the adversary is right
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'How often the adversary is right' font ',13' textcolor rgb '#333333'
set xlabel 'round' textcolor rgb '#333333'
set ylabel 'share of pictures' textcolor rgb '#333333'
set xrange [1:2400]
set yrange [0:1.05]
set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set xtics 1000 format '%.0f'
set ytics 0.2 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'game.dat' index 4 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'game.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'accuracy, running mean', \
    keyentry with lines dashtype (14,9) linewidth 1.4 linecolor rgb '#888888' title 'guessing'
unset multiplot
